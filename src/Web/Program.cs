using Dateline.Web;

return await WebHost.RunAsync(args);
