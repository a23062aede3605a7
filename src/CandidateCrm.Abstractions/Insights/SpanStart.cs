namespace CandidateCrm.Insights;

/// <summary>Which visit starts a span.</summary>
public enum SpanStart
{
    /// <summary>The first one: from the first interview to the offer.</summary>
    First,

    /// <summary>The last one before the end: from the final interview to the offer.</summary>
    Last,
}
