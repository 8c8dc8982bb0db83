using System.Runtime.CompilerServices;

// Tests follow a place in the text back into the XML, by the same definition of a run and its characters.
[assembly: InternalsVisibleTo("EcqAnalyzer.Tests")]
