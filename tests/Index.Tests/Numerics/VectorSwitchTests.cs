using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Index.Tests.Numerics;

/// <summary>
/// The tests of code that uses vectors once more in a process without vector instructions. The long form is all tests:
/// <c>DOTNET_EnableHWIntrinsic=0 dotnet test tests/Index.Tests</c>.
/// </summary>
public sealed partial class VectorSwitchTests
{
    private const string ShortFilter =
        "FullyQualifiedName~ForBlockTests|FullyQualifiedName~PackedBlockTests|FullyQualifiedName~DirectPackedTests|"
        + "FullyQualifiedName~PostingsRoundTripTests|FullyQualifiedName~Bm25Tests|"
        + "FullyQualifiedName~TopCollectorTests|FullyQualifiedName~" + nameof(VectorSupportTests);

    private const int FewestTests = 90;
    private const int TimeoutMilliseconds = 300_000;

    [SkippableTheory]
    [InlineData(VectorSupportTests.AllSwitch)]
    [InlineData(VectorSupportTests.WideSwitch)]
    public async Task Tests_WithVectorsSwitchedOff_PassToo(string name)
    {
        Skip.If(DotnetPath is null, "no dotnet command on the path to run tests with");
        var info = new ProcessStartInfo(DotnetPath, ["vstest", typeof(VectorSwitchTests).Assembly.Location,
            $"--TestCaseFilter:{ShortFilter}", "--logger:console;verbosity=normal"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment[name] = "0";
        info.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(info)!;
        using var patience = new CancellationTokenSource(TimeoutMilliseconds);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains($"Passed {typeof(VectorSupportTests).FullName}.", output, StringComparison.Ordinal);
        var passed = PassedCount().Match(output).Groups[1].Value;
        Assert.True(int.Parse(passed, CultureInfo.InvariantCulture) > FewestTests, output);
    }

    private static string? DotnetPath { get; } = $"{Environment.GetEnvironmentVariable("PATH")}"
        .Split(Path.PathSeparator).Prepend(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "")
        .Where(folder => folder.Length > 0)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        .FirstOrDefault(File.Exists);

    [GeneratedRegex(@"^\s*Passed: (\d+)\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PassedCount();
}
