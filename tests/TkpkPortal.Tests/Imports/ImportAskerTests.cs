using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>The worker acts in the name of the person who asked for the step, not of the one who brought the file.</summary>
public sealed class ImportAskerTests
{
    [Fact]
    public async Task Who_saves_an_import_answers_for_it_though_another_uploaded_it_and_has_left()
    {
        var portal = await Portal.SharedAsync();
        var (uploader, saver) = (await portal.Make.UserAsync(Role.Secretariat), await portal.Make.UserAsync(Role.Secretariat));
        var id = await UploadedAsync(portal, uploader);
        await DeactivateAsync(portal, uploader);
        using var browser = await portal.SignInAsync(saver.UserName!);

        Assert.Equal($"/impor/{id}", (await browser.SubmitAsync($"/impor/{id}/simpan", [])).Location);

        var done = await portal.Make.SettledAsync(id);
        Assert.Equal((ImportState.Committed, uploader.Id, saver.Id), (done.State, done.UploadedBy, done.AskedBy));
        await using var db = portal.Open();
        var entry = await db.AuditEntries.SingleAsync(a => a.SubjectId == id && a.Action == AuditAction.Import);
        Assert.Equal((saver.Id, saver.FullName), (entry.ActorId, entry.ActorName));
    }

    [Fact]
    public async Task A_step_of_somebody_who_may_no_longer_import_stops_and_another_goes_on()
    {
        var portal = await Portal.SharedAsync();
        var (first, second) = (await portal.Make.UserAsync(Role.Secretariat), await portal.Make.UserAsync(Role.Secretariat));
        var id = await UploadedAsync(portal, first);
        await using (var db = portal.Open())
        {
            // As if the person was sent away between the click and the work.
            await db.Database.ExecuteSqlAsync($"update import_batches set leased_until = clock_timestamp() + interval '1 day' where id = {id}");
            await portal.Make.RunAsync<CommitImport>(await ActorAsync(portal, first), u => u.RunAsync(id, CancellationToken.None));
            await DeactivateAsync(portal, first);
            await db.Database.ExecuteSqlAsync($"update import_batches set leased_until = null where id = {id}");
        }

        var stopped = await portal.Make.SettledAsync(id);
        Assert.Equal((ImportState.Failed, ImportRules.AskerMayNot.Code, ImportState.Committing), (stopped.State, stopped.RefusalCode, stopped.FailedIn));
        using var browser = await portal.SignInAsync(second.UserName!);
        Assert.Equal($"/impor/{id}", (await browser.SubmitAsync($"/impor/{id}/coba-lagi", [])).Location);
        Assert.Equal(ImportState.Committed, (await portal.Make.SettledAsync(id)).State);
    }

    private static async Task<Guid> UploadedAsync(Portal portal, PortalUser uploader)
    {
        var village = await portal.Make.VillageAsync();
        var csv = Builders.Template(Builders.Row(village.Code, Builders.CardNumber(), "Kepala Titipan", Builders.Nik()));
        var id = await portal.Make.RunAsync<UploadImport, Guid>(
            await ActorAsync(portal, uploader), u => u.RunAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), "titipan.csv", ImportFormat.Template, Builders.Origin(), CancellationToken.None));
        Assert.Equal(ImportState.Preview, (await portal.Make.SettledAsync(id)).State);
        return id;
    }

    private static Task<Actor> ActorAsync(Portal portal, PortalUser user) => new ReadActor(portal.Database, TimeProvider.System).RunAsync(user.Id, CancellationToken.None);

    private static async Task DeactivateAsync(Portal portal, PortalUser user)
    {
        await using var db = portal.Open();
        await db.Database.ExecuteSqlAsync($"update users set is_active = false where id = {user.Id}");
    }
}
