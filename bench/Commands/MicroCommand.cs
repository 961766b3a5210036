using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Dateline.Bench.Commands;

/// <summary>Runs the micro-benchmarks.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var rest = new Argument<string[]>("arguments")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Passed to BenchmarkDotNet, e.g. -- --filter '*ForBlock*'.",
        };
        var command = new Command("micro", "Micro-benchmarks of block codecs, facet counting and scoring.") { rest };
        command.SetAction(parse =>
        {
            BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(parse.GetValue(rest), Config());
            return 0;
        });
        return command;
    }

    /// <summary>In this process: a generated project would not build under this repository's rules.</summary>
    private static ManualConfig Config() =>
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
