namespace CandidateCrm.Charter;

/// <summary>The stable codes of what a review of a charter finds beyond what keeps rules from being published.</summary>
public static class CharterFaultCodes
{
    /// <summary>An expectation has no words for candidates, in any language.</summary>
    public const string TextMissing = "charter.text_missing";

    /// <summary>An expectation among colleagues has words for candidates.</summary>
    public const string TextUnheard = "charter.text_unheard";

    /// <summary>An expectation has no words in a language in which others have some.</summary>
    public const string LanguageMissing = "charter.language_missing";

    /// <summary>A text has a place that nothing of its expectation fills.</summary>
    public const string PlaceUnknown = "charter.place_unknown";

    /// <summary>A text says a number that its expectation does not say.</summary>
    public const string NumberDiffers = "charter.number_differs";

    /// <summary>The calendar ends before what is promised now would be due, or before its last level.</summary>
    public const string CalendarEnds = "charter.calendar_ends";

    /// <summary>The instant by which it is promised is over.</summary>
    public const string LimitOver = "charter.limit_over";

    /// <summary>The scope names a pipeline, or the limits a stage, that the rules do not have.</summary>
    public const string ScopeUnknown = "charter.scope_unknown";

    /// <summary>No application can have come so far when the promise would be opened.</summary>
    public const string NeverOpened = "charter.never_opened";

    /// <summary>Everything that would keep it is ruled out by another expectation, comes only before it, or names no application.</summary>
    public const string NeverKept = "charter.never_kept";

    /// <summary>Two expectations promise the same thing with different times, or one asks for more messages than another allows.</summary>
    public const string Contradiction = "charter.contradiction";
}
