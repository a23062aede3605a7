using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The texts that definitions are spelt with, each with its rule.</summary>
internal static class Texts
{
    internal const string CodePattern = "[a-z0-9][a-z0-9._-]{0,63}";
    internal const string CodeRule = "is 1 to 64 lower-case letters, digits and the marks - _ . and begins with a letter or digit.";

    /// <summary>Gets texts for people on one line: 1 to 200 characters.</summary>
    internal static TextShape<string> Line { get; } = new()
    {
        From = (text, out read) => Words(read = text, 200, HostText.IsId(text), "A text of 1 to 200 characters on one line, not blank, belongs here."),
        To = text => text,
        Rule = schema => Lengths(schema, 1, 200),
    };

    /// <summary>Gets texts for people that may have several lines: 1 to 4,000 characters.</summary>
    internal static TextShape<string> Passage { get; } = new()
    {
        From = (text, out read) => Words(read = text, 4_000, !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), "A text of 1 to 4,000 characters, not blank and without control characters, belongs here."),
        To = text => text,
        Rule = schema => Lengths(schema, 1, 4_000),
    };

    internal static TextShape<LocalDate> Date { get; } = new()
    {
        From = (text, out date) => DateText.TryRead(text, out date) ? null : new Complaint(RulesFaultCodes.DateInvalid, "A date is written such as 2026-03-09 and lies in the years 1 to 9998."),
        To = DateText.Write,
        Rule = schema => Pattern(schema, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    };

    /// <summary>Gets instants in UTC, to a microsecond.</summary>
    internal static TextShape<Instant> Point { get; } = new()
    {
        From = (text, out at) => InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out at) && at == Timeline.Microseconds.Floor(at)
            ? null
            : new Complaint(RulesFaultCodes.InstantInvalid, "An instant is written in UTC, such as 2026-06-30T10:00:00Z, with at most 6 digits after the second."),
        To = InstantPattern.ExtendedIso.Format,
        Rule = schema => Pattern(schema, "-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z"),
    };

    internal static TextShape<DayHours> Hours { get; } = new()
    {
        From = (text, out hours) => DayHours.TryRead(text, out hours) is { } fault ? new Complaint(RulesFaultCodes.HoursInvalid, fault) : null,
        To = hours => hours.ToString(),
        Rule = schema => Pattern(schema, $"{HoursTime}-({HoursTime}|24:00)"),
    };

    /// <summary>Gets ids of zones, as the zone data of NodaTime has them.</summary>
    internal static TextShape<DateTimeZone> Zone { get; } = new()
    {
        From = (text, out zone) => (zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)) is null
            ? new Complaint(RulesFaultCodes.ZoneUnknown, Suggestion.For("a zone", text, DateTimeZoneProviders.Tzdb.Ids) + " Use an IANA id such as Europe/Berlin.")
            : null,
        To = zone => zone?.Id ?? string.Empty,
        Rule = schema => Lengths(schema, 1, 200),
    };

    internal static TextShape<string> Fact { get; } = new()
    {
        From = (text, out read) => FactNames.Contains(read = text) ? null : new Complaint(RulesFaultCodes.FactUnknown, Suggestion.For("a fact", text, FactNames.All)),
        To = text => text,
        Rule = schema => Enumeration(schema, FactNames.All),
    };

    /// <summary>Gets wire names of events. Whether they can be announced is judged later, so that settings with a newer name can still be used.</summary>
    internal static TextShape<string> Announcement { get; } = new()
    {
        From = (text, out read) => HostText.IsCode(read = text) ? null : new Complaint(RulesFaultCodes.CodeInvalid, $"The wire name of an event {CodeRule}"),
        To = text => text,
        Rule = schema => Enumeration(schema, [.. AnnouncementKeys.Announceable.Order(StringComparer.Ordinal)]),
    };

    internal static TextShape<DefinitionName> Name { get; } = new()
    {
        From = (text, out name) => NameOf(text, out name) ? null : new Complaint(RulesFaultCodes.CodeInvalid, "A definition is named by its kind and its key, such as pipeline/standard."),
        To = name => $"{name.Kind}/{name.Key}",
        Rule = schema => Pattern(schema, $"{CodePattern}/{CodePattern}"),
    };

    private const string HoursTime = "[0-2][0-9]:[0-5][0-9](:[0-5][0-9]([.,][0-9]{1,9})?)?";

    /// <summary>Returns the form of keys and codes.</summary>
    internal static TextShape<T> Code<T>(string what)
        where T : struct, IHostText<T> => new()
        {
            From = (text, out code) => T.TryFrom(text, out code) ? null : new Complaint(RulesFaultCodes.CodeInvalid, $"{what} {CodeRule}"),
            To = code => code.IsAssigned ? code.Value : string.Empty,
            Rule = schema => Pattern(schema, CodePattern),
        };

    /// <summary>Returns the form of the host's own ids.</summary>
    internal static TextShape<T> Id<T>(string what)
        where T : struct, IHostText<T> => new()
        {
            From = (text, out id) => T.TryFrom(text, out id) ? null : new Complaint(RulesFaultCodes.CodeInvalid, $"{what} is 1 to {HostText.LongestId} characters without control characters, not blank."),
            To = id => id.IsAssigned ? id.Value : string.Empty,
            Rule = schema => Lengths(schema, 1, HostText.LongestId),
        };

    /// <summary>Returns the form of the members of an enumeration: their names in camel case.</summary>
    internal static TextShape<T> Word<T>(string what)
        where T : struct, Enum
    {
        ImmutableArray<string> words = [.. EnumWords<T>.Words.Select(word => word.Value)];
        return new TextShape<T>
        {
            From = (text, out value) =>
            {
                var place = words.IndexOf(text, 0, StringComparer.Ordinal);
                value = place < 0 ? default : EnumWords<T>.Values[place];
                return place < 0 ? new Complaint(RulesFaultCodes.WordUnknown, Suggestion.For(what, text, words)) : null;
            },
            To = value => Array.IndexOf(EnumWords<T>.Values, value) is >= 0 and var place ? words[place] : string.Empty,
            Rule = schema => Enumeration(schema, words),
        };
    }

    /// <summary>Returns the form of lengths of time within bounds.</summary>
    /// <param name="isElapsed">Whether a day is 24 hours; working time has no days, only hours.</param>
    /// <param name="fault">Says what is wrong with a length, or null.</param>
    internal static TextShape<Duration> Length(bool isElapsed, Func<Duration, string?> fault) => new()
    {
        From = (text, out length) => DurationText.TryRead(text, isElapsed, out length)
            ? fault(length) is { } sentence ? new Complaint(RulesFaultCodes.DurationInvalid, sentence) : null
            : new Complaint(RulesFaultCodes.DurationInvalid, isElapsed
                ? "A length of time is written such as P30D, PT12H or P1DT2H30M."
                : "A length of working time is written in hours, minutes and seconds, such as PT16H or PT1H30M."),
        To = length => DurationText.Write(length, isElapsed),
        Rule = schema => Pattern(schema, DurationText.Pattern(isElapsed)),
    };

    private static Complaint? Words(string text, int longest, bool isRight, string sentence) =>
        isRight && text.Length <= longest && !string.IsNullOrWhiteSpace(text) ? null : new Complaint(RulesFaultCodes.TextInvalid, sentence);

    private static bool NameOf(string text, out DefinitionName name)
    {
        name = default;
        var parts = text.Split('/');
        if (parts.Length != 2 || !DefinitionKind.TryFrom(parts[0], out var kind) || !HostText.IsCode(parts[1]))
        {
            return false;
        }

        name = new DefinitionName(kind, parts[1]);
        return true;
    }

    private static void Pattern(Utf8JsonWriter schema, string pattern) => schema.WriteString("pattern", $"^{pattern}$");

    private static void Lengths(Utf8JsonWriter schema, int least, int most)
    {
        schema.WriteNumber("minLength", least);
        schema.WriteNumber("maxLength", most);
    }

    private static void Enumeration(Utf8JsonWriter schema, ImmutableArray<string> words)
    {
        schema.WriteStartArray("enum");
        foreach (var word in words)
        {
            schema.WriteStringValue(word);
        }

        schema.WriteEndArray();
    }
}
