namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "Nama",
        ["ShortName"] = "Singkatan",
        ["HeadTitle"] = "Jabatan kepala",
        ["IsActive"] = "Aktif",
    };

    private static readonly Dictionary<string, string> Values = new() { ["True"] = "ya", ["False"] = "tidak" };

    /// <summary>A name may differ by noun: "Household.Name" is asked before "Name".</summary>
    public static string Of(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field) ?? field;

    public static string Value(string field, string? value) =>
        value is null or "" ? "kosong" : Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value) ?? value;
}
