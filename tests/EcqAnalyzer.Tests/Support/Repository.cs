namespace EcqAnalyzer.Tests.Support;

/// <summary>Where tests find the files of the repository, and the material beside it that not every clone has.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>A folder of the extra material: under the folder that the variable ECQ_SHARED names, else under
    /// <c>shared</c> beside the root. Skips the test where there is none.</summary>
    public static string Shared(params string[] parts)
    {
        var shared = Environment.GetEnvironmentVariable("ECQ_SHARED") ?? System.IO.Path.Combine(Root, "..", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([shared, .. parts]));
        Assert.SkipUnless(Directory.Exists(path) || File.Exists(path), $"extra material is not here: {string.Join('/', parts)}");
        return path;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "EcqAnalyzer.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder.TrimEnd(System.IO.Path.DirectorySeparatorChar))
                ?? throw new InvalidOperationException("EcqAnalyzer.sln not found above the tests");
        }

        return folder;
    }
}
