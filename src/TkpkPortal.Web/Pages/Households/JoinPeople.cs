using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>What the form says of the people of a family that is joined to another.</summary>
public static class JoinPeople
{
    public const string SamePerson = "sama";

    /// <summary>Who has no answer is left out; the rule then asks for it.</summary>
    public static Dictionary<Guid, FamilyRelation?> Read(IReadOnlyDictionary<string, string?> people)
    {
        Dictionary<Guid, FamilyRelation?> read = [];
        foreach (var (key, answer) in people)
        {
            var member = Guid.TryParse(key, out var id) ? id : throw new RecordNotFoundException();
            if (answer == SamePerson) read[member] = null;
            else if (Enum.TryParse<FamilyRelation>(answer, out var relation) && Enum.IsDefined(relation)) read[member] = relation;
        }

        return read;
    }
}

public sealed class FindInput
{
    [Display(Name = "Keluarga yang akan digabung")]
    [Required(ErrorMessage = "Tulis nomor KK atau tempel alamat halaman profil keluarga itu.")]
    [StringLength(300, ErrorMessage = "Isian terlalu panjang.")]
    public string Other { get; set; } = "";
}
