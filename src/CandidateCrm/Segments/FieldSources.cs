namespace CandidateCrm.Segments;

/// <summary>The parts of a relationship that fields are read from, so that a rule is evaluated only where one of its parts changed.</summary>
[Flags]
internal enum FieldSources
{
    None = 0,
    Attributes = 1,
    Person = 2,
    Contact = 4,
    Lifecycle = 8,
    Applications = 16,
    Promises = 32,
    Scores = 64,

    /// <summary>Single touchpoints, which stand only on the timeline.</summary>
    Timeline = 128,

    /// <summary>The number of a score, which changes with every moment.</summary>
    Decay = 256,
}
