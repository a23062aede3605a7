namespace Quickstart.Import;

/// <summary>The facts that an activity can mean.</summary>
internal enum ActivityFact
{
    Submitted,
    Stage,
    Ended,
    Offer,
    Hired,
    Touchpoint,
    Ignored,
}
