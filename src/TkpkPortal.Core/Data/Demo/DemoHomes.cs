using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>
/// Spreads the families over the desa as registers show it: a few hold very many and a long tail holds few (Zipf). Towns come first;
/// the desa of the demo's operator is a middling one.
/// </summary>
internal sealed class DemoHomes(DemoLand land, DemoRandom random)
{
    private const int Flattening = 8;
    private const int OperatorRank = 30;

    public IEnumerable<(DemoDistrict District, Area Village)> Spread(int families)
    {
        var villages = land.Districts.SelectMany(d => d.Villages.Select(v => (District: d, Village: v))).ToList();
        var ranks = Ranks(villages);
        double[] weights = [.. villages.Select(v => 1.0 / (ranks[v.Village.Id] + Flattening))];
        var total = weights.Sum();
        var (reached, placed) = (0.0, 0);
        for (var i = 0; i < villages.Count; i++)
        {
            reached += weights[i];
            var until = i == villages.Count - 1 ? families : (int)Math.Round(families * reached / total);
            for (; placed < until; placed++) yield return villages[i];
        }
    }

    private Dictionary<Guid, int> Ranks(List<(DemoDistrict District, Area Village)> villages)
    {
        var own = land.Poorest.Villages[0];
        var order = villages.Where(v => v.Village != own).Select(v => (v.Village, Order: random.Next(0, 1) + (v.Village.Kind == VillageKind.Kelurahan ? 0 : 1))).OrderBy(v => v.Order).Select(v => v.Village).ToList();
        order.Insert(Math.Min(OperatorRank, order.Count), own);
        return order.Select((village, i) => (village.Id, Rank: i + 1)).ToDictionary(v => v.Id, v => v.Rank);
    }
}
