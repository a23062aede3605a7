Console.WriteLine("CandidateCrm");
