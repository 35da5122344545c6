namespace TkpkPortal.Core.Settings;

public static class SignatoryPlaceNames
{
    public static string Of(SignatoryPlace place) => place switch
    {
        SignatoryPlace.Signs => "Menandatangani, di kanan",
        SignatoryPlace.Acknowledges => "Mengetahui, di kiri",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };
}
