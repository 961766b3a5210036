using Microsoft.Playwright;

namespace Dateline.Web.Tests.Browser;

/// <summary>
/// The machine's own Chromium, driven by Playwright; nothing is downloaded. Where there is none, tests skip.
/// </summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Executable =>
        Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") is { Length: > 0 } named
            ? named : Places.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new page in a context of its own; skips the test when there is no browser.</summary>
    public async Task<IPage> OpenAsync(bool script)
    {
        Skip.If(_browser is null, "No Chromium found: install the chromium package or set DATELINE_CHROMIUM.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script });
        return await context.NewPageAsync();
    }
}
