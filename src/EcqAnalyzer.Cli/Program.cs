return EcqAnalyzer.Cli.Ecq.Run(args, EcqAnalyzer.Cli.Streams.OfConsole());
