namespace GreenhouseBridge.Mapping;

/// <summary>
/// What stands before what at one instant, whatever arrived first: a web hook has no number, and what it takes back often bears the very
/// instant of what is taken back. A reversal therefore stands after what it reverses.
/// </summary>
internal static class LineOrder
{
    internal const int Began = 100;
    internal const int Converted = 150;
    internal const int Stage = 200;
    internal const int OfferPrepared = 300;
    internal const int OfferMade = 400;
    internal const int OfferAnswered = 500;
    internal const int OfferRemoved = 590;
    internal const int Interview = 595;

    /// <summary>The stage that an application was in when it was rejected.</summary>
    internal const int StageAtEnd = 600;
    internal const int Hired = 610;
    internal const int Rejected = 620;
    internal const int Reopened = 700;

    /// <summary>The stage in which an application goes on.</summary>
    internal const int StageAfter = 710;
    internal const int Feedback = 720;
    internal const int Removed = 800;
    internal const int MayContact = 850;
    internal const int MayNotContact = 860;
    internal const int Anonymised = 870;
    internal const int Merged = 900;
    internal const int Erased = 1000;
}
