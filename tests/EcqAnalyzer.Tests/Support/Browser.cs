using Microsoft.Playwright;

namespace EcqAnalyzer.Tests.Support;

/// <summary>A Chromium that is installed on the machine, without a window; tests are skipped where there is none. Nothing is
/// downloaded: Playwright brings only its driver.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the browser is; the variable ECQ_CHROMIUM may say so.</summary>
    private static string? Program { get; } =
        new[] { Environment.GetEnvironmentVariable("ECQ_CHROMIUM") }.Concat(Usual).FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page with the file opened in it, as by a double click. Nothing moves slowly: a test need not wait for it.</summary>
    public async Task<IPage> Open(string file, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "no Chromium on this machine: install it, or name it in ECQ_CHROMIUM");
        options ??= new();
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
