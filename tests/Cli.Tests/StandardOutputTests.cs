using System.Diagnostics;

namespace Dateline.Cli.Tests;

public sealed class StandardOutputTests(CliFixture fixture) : IClassFixture<CliFixture>
{
    [SkippableFact]
    public async Task Reader_Gone_EndsTheProcessQuietly()
    {
        Skip.If(OperatingSystem.IsWindows(), "Pipes close differently on Windows.");
        var program = Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll");
        var line = $"dotnet '{program}' extract '{fixture.PathOf("in")}' '{fixture.PathOf("talks.txt")}' | head -c "
            + $"1; echo \" ${{PIPESTATUS[0]}}\"";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal("{ 0\n", await output);
        Assert.Equal("", error);
    }
}
