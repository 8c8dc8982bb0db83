using System.Runtime.CompilerServices;

// The steps of reading a PDF are tested one by one, in the tests' own process.
[assembly: InternalsVisibleTo("EcqAnalyzer.Tests")]
