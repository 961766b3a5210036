using System.CommandLine;
using Dateline.Bench.Commands;

var root = new RootCommand("Measures Dateline's index: the peer protocol of bench/run.sh, and micro-benchmarks.")
{
    IndexCommand.Create(),
    QueryCommand.Create(),
    VerifyCommand.Create(),
    LatencyCommand.Create(),
    MicroCommand.Create(),
};
return root.Parse(args).Invoke();
