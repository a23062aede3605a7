namespace CandidateCrm.Timeline;

/// <summary>A fact that patterns can tell from others of its type by a code.</summary>
internal interface ICodedFact : IFact
{
    /// <summary>Gets the code.</summary>
    string Code { get; }
}
