using Dateline.Cli;

using var io = CliIo.OfProcess();
return await DatelineCommand.RunAsync(args, io);
