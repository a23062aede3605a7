namespace CandidateCrm.Segments.Queries;

/// <summary>A column in which texts are compared exactly, and how a literal reads in it.</summary>
internal readonly record struct ComparedText<TPart>(QueryColumn<TPart> Column, Func<string, string> Literal)
    where TPart : class;
