namespace CandidateCrm.Charter;

/// <summary>
/// What a published charter says in one language around the tenant's own texts. English and German are there; another language is another value. The texts of
/// expectations come from the rules, under the same tag. Words with places that are missing, or that nothing fills, cannot be made.
/// </summary>
public sealed record CharterWords
{
    /// <summary>Gets English.</summary>
    public static CharterWords English { get; } = new()
    {
        Language = "en",
        Title = "What you can expect from us",
        WeWill = "What we do",
        WeWillNot = "What we do not do",
        HowWeKeepIt = "How we keep it",
        Promise = "Promise",
        ShareKept = "Kept",
        Range = "Range (95 %)",
        Judged = "Of",
        Median = "Median time",
        Hidden = "not published",
        Nothing = "none yet",
        Period = "Promises made from {0} to {1}, judged on {2}.",
        NotCounted = "Not counted: {0} that still run, {1} that wait for the candidate, {2} that ended without a verdict.",
        Method = "Kept in time, as a share of all that were kept, broken or are overdue. The range says what the share may be in truth (Wilson, 95 %). Times are working time without pauses; the median is the nearest rank. Groups below {0} are not published, nor others from which their figures could be had.",
        Checksum = "Checksum: {0}",
        Version = "version {0}",
        BusinessDays = new PluralWords { One = "{0} business day", Many = "{0} business days" },
        Hours = new PluralWords { One = "{0} working hour", Many = "{0} working hours" },
        Minutes = new PluralWords { One = "{0} minute", Many = "{0} minutes" },
        Seconds = new PluralWords { One = "{0} second", Many = "{0} seconds" },
        Days = new PluralWords { One = "{0} day", Many = "{0} days" },
        ClockHours = new PluralWords { One = "{0} hour", Many = "{0} hours" },
    };

    /// <summary>Gets German.</summary>
    public static CharterWords German { get; } = new()
    {
        Language = "de",
        Title = "Was Sie von uns erwarten können",
        WeWill = "Das tun wir",
        WeWillNot = "Das tun wir nicht",
        HowWeKeepIt = "Wie wir es halten",
        Promise = "Versprechen",
        ShareKept = "Gehalten",
        Range = "Bereich (95 %)",
        Judged = "Von",
        Median = "Mittlere Dauer",
        Hidden = "nicht veröffentlicht",
        Nothing = "noch keine",
        Period = "Versprechen vom {0} bis {1}, Stand {2}.",
        NotCounted = "Nicht gezählt: {0}, die noch laufen, {1}, die auf die Bewerberin oder den Bewerber warten, {2}, die ohne Ergebnis endeten.",
        Method = "Rechtzeitig gehalten, als Anteil an allen, die gehalten oder gebrochen wurden oder überfällig sind. Der Bereich sagt, wie groß der Anteil in Wahrheit sein kann (Wilson, 95 %). Zeiten sind Arbeitszeit ohne Pausen; die mittlere Dauer ist der Median nach dem nächsten Rang. Gruppen unter {0} werden nicht veröffentlicht, und so viele andere nicht, wie es braucht, damit sich ihre Zahlen nicht errechnen lassen.",
        Checksum = "Prüfsumme: {0}",
        Version = "Fassung {0}",
        BusinessDays = new PluralWords { One = "{0} Arbeitstag", Many = "{0} Arbeitstagen" },
        Hours = new PluralWords { One = "{0} Arbeitsstunde", Many = "{0} Arbeitsstunden" },
        Minutes = new PluralWords { One = "{0} Minute", Many = "{0} Minuten" },
        Seconds = new PluralWords { One = "{0} Sekunde", Many = "{0} Sekunden" },
        Days = new PluralWords { One = "{0} Tag", Many = "{0} Tagen" },
        ClockHours = new PluralWords { One = "{0} Stunde", Many = "{0} Stunden" },
    };

    /// <summary>Gets the language tag, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the heading of the whole.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the heading of what is promised.</summary>
    public required string WeWill { get; init; }

    /// <summary>Gets the heading of what is ruled out.</summary>
    public required string WeWillNot { get; init; }

    /// <summary>Gets the heading of the figures.</summary>
    public required string HowWeKeepIt { get; init; }

    /// <summary>Gets the heading of the column of promises.</summary>
    public required string Promise { get; init; }

    /// <summary>Gets the heading of the column of shares.</summary>
    public required string ShareKept { get; init; }

    /// <summary>Gets the heading of the column of intervals.</summary>
    public required string Range { get; init; }

    /// <summary>Gets the heading of the column of counts.</summary>
    public required string Judged { get; init; }

    /// <summary>Gets the heading of the column of times.</summary>
    public required string Median { get; init; }

    /// <summary>
    /// Gets what stands in place of a figure that is hidden, because it is about few, or because one about few could be had from it. It is the same for both: which of the
    /// two it is would say something about those few.
    /// </summary>
    public required string Hidden { get; init; }

    /// <summary>Gets what stands in place of a figure about nobody.</summary>
    public required string Nothing { get; init; }

    /// <summary>Gets the sentence about the period: <c>{0}</c> is its first date, <c>{1}</c> its last one, <c>{2}</c> the date of the judgement.</summary>
    /// <exception cref="ArgumentException">A place is missing, or nothing fills it.</exception>
    public required string Period
    {
        get;
        init => field = WordPlaces.Checked(value, 3, "The words about the period");
    }

    /// <summary>Gets the sentence about what is left out: <c>{0}</c> run, <c>{1}</c> stand still, <c>{2}</c> ended without a verdict.</summary>
    /// <exception cref="ArgumentException">A place is missing, or nothing fills it.</exception>
    public required string NotCounted
    {
        get;
        init => field = WordPlaces.Checked(value, 3, "The words about what is left out");
    }

    /// <summary>Gets the sentences about what is counted and how: <c>{0}</c> is the smallest group that is published.</summary>
    /// <exception cref="ArgumentException">A place is missing, or nothing fills it.</exception>
    public required string Method
    {
        get;
        init => field = WordPlaces.Checked(value, 1, "The words about the method");
    }

    /// <summary>Gets the words around the digest, which is <c>{0}</c>.</summary>
    /// <exception cref="ArgumentException">A place is missing, or nothing fills it.</exception>
    public required string Checksum
    {
        get;
        init => field = WordPlaces.Checked(value, 1, "The words around the digest");
    }

    /// <summary>Gets the words around the version of a promise, which is <c>{0}</c>.</summary>
    /// <exception cref="ArgumentException">A place is missing, or nothing fills it.</exception>
    public required string Version
    {
        get;
        init => field = WordPlaces.Checked(value, 1, "The words around a version");
    }

    /// <summary>Gets the words for business days, as they stand after «within».</summary>
    public required PluralWords BusinessDays { get; init; }

    /// <summary>Gets the words for hours of working time.</summary>
    public required PluralWords Hours { get; init; }

    /// <summary>Gets the words for minutes.</summary>
    public required PluralWords Minutes { get; init; }

    /// <summary>Gets the words for seconds.</summary>
    public required PluralWords Seconds { get; init; }

    /// <summary>Gets the words for days on the calendar, of 24 hours.</summary>
    public required PluralWords Days { get; init; }

    /// <summary>Gets the words for hours on the clock on the wall.</summary>
    public required PluralWords ClockHours { get; init; }
}
