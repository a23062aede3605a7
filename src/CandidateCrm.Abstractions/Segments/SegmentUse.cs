namespace CandidateCrm.Segments;

/// <summary>What a rule is for.</summary>
public enum SegmentUse
{
    /// <summary>It is evaluated when it is asked: queries, previews, counts.</summary>
    OnDemand,

    /// <summary>It decides by itself and has to be known as of any instant: kept segments, scopes, entry rules, exits and criteria of fit. Only recorded attributes serve.</summary>
    Kept,
}
