using TkpkPortal.Web.Setup;

return await Verbs.RunAsync(args);
