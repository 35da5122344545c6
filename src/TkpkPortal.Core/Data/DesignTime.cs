using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Data;

/// <summary>For <c>dotnet ef migrations add</c> only; it never connects.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<TkpkDbContext>
{
    public TkpkDbContext CreateDbContext(string[] args) =>
        new TkpkDatabase(NpgsqlDataSource.Create("Host=localhost"), new FieldCipher(Keyring.Generate()), TimeProvider.System).Open(Actor.System("Migrasi"));
}
