using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EcqAnalyzer.Tests")]
