namespace TkpkPortal.Web.Filters;

/// <summary>A page whose form needs more than what was typed (choices of a select, a heading). Called by its GET and again when a refused form is shown.</summary>
public interface IPreparesPage
{
    Task PrepareAsync(CancellationToken ct);
}

/// <summary>A form on a record two people may edit: carries the version it was opened with.</summary>
public interface IEditsVersion
{
    uint Version { get; set; }
}
