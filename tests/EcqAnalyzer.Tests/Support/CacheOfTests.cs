using System.Runtime.CompilerServices;

namespace EcqAnalyzer.Tests.Support;

/// <summary>What the program keeps between runs, tests keep in a folder of their own.</summary>
internal static class CacheOfTests
{
    [ModuleInitializer]
    internal static void Use() =>
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(Path.GetTempPath(), $"ecq-tests-{Environment.UserName}"));
}
