using System.Globalization;
using System.Text;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// The ending of an application in the document of a relationship: one text of disposition, microseconds, reason and what it was before, such as
/// <c>rejected 1773046800000000 other-candidate</c>. Documents from before that have an object. Marks behind the disposition say what the candidate knows of it,
/// where it is not what the last refusal says (<c>-</c> untold, <c>+</c> asked, <c>!</c> told, <c>*</c> stale), and that it waits for a person (<c>?</c>).
/// </summary>
internal static class EndingJson
{
    private const uint Must = (1u << (int)Member.Disposition) | (1u << (int)Member.At);
    private const string NoReason = "-";
    private const byte Blank = (byte)' ';
    private const byte Unanswered = (byte)'?';

    /// <summary>A code has at most 64 characters, a word and a number 20.</summary>
    private const int Longest = 128;
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Disposition,
        Reason,
        At,
    }

    private static ReadOnlySpan<byte> NewsMarks => "-+!*"u8;

    internal static void Write(Utf8JsonWriter writer, ApplicationEnding ending, Instant? refusedAt)
    {
        Span<byte> text = stackalloc byte[Longest];
        EnumWords<Disposition>.Of(ending.Disposition).EncodedUtf8Bytes.CopyTo(text);
        var length = EnumWords<Disposition>.Of(ending.Disposition).EncodedUtf8Bytes.Length;
        if (ending.News != NewsOf(ending, refusedAt))
        {
            text[length++] = NewsMarks[(int)ending.News];
        }

        if (ending.AwaitsPerson)
        {
            text[length++] = Unanswered;
        }

        text[length++] = Blank;
        Microseconds.ToMicros(ending.At).TryFormat(text[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        if (ending.Reason.IsAssigned || ending.From != ApplicationStatus.Live)
        {
            text[length++] = Blank;
            length += Encoding.UTF8.GetBytes(ending.Reason.IsAssigned ? ending.Reason.Value : NoReason, text[length..]);
        }

        if (ending.From != ApplicationStatus.Live)
        {
            text[length++] = Blank;
            EnumWords<ApplicationStatus>.Of(ending.From).EncodedUtf8Bytes.CopyTo(text[length..]);
            length += EnumWords<ApplicationStatus>.Of(ending.From).EncodedUtf8Bytes.Length;
        }

        writer.WriteString("ending"u8, text[..length]);
    }

    /// <summary>Reads an ending, and its mark where it has one.</summary>
    internal static ApplicationEnding Read(ref DocumentReader reader, out EndingNews? news)
    {
        news = null;
        return reader.IsText ? Read(reader.Text(), out news) : ReadObject(ref reader);
    }

    /// <summary>Returns an ending with what its mark says, or else the last refusal.</summary>
    internal static ApplicationEnding WithNews(ApplicationEnding ending, EndingNews? news, Instant? refusedAt) => ending with { News = news ?? NewsOf(ending, refusedAt) };

    private static EndingNews NewsOf(ApplicationEnding ending, Instant? refusedAt) => refusedAt >= ending.At ? EndingNews.Told : EndingNews.Untold;

    private static ApplicationEnding Read(string text, out EndingNews? news)
    {
        var parts = text.Split(' ');
        if (parts.Length is < 2 or > 4 || !long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros))
        {
            throw new DocumentFault("An ending says how and when, and then perhaps why and from what.");
        }

        return new ApplicationEnding
        {
            Disposition = Word<Disposition>(Unmarked(parts[0], out news, out var awaitsPerson)),
            At = MicrosecondText.InstantOf(micros),
            Reason = parts.Length > 2 && !string.Equals(parts[2], NoReason, StringComparison.Ordinal) ? ReasonOf(parts[2]) : default,
            From = parts.Length > 3 ? Word<ApplicationStatus>(parts[3]) : default,
            AwaitsPerson = awaitsPerson,
        };
    }

    private static string Unmarked(string word, out EndingNews? news, out bool awaitsPerson)
    {
        awaitsPerson = word.EndsWith((char)Unanswered);
        var marked = awaitsPerson ? word[..^1] : word;
        var mark = marked.Length == 0 ? -1 : NewsMarks.IndexOf((byte)marked[^1]);
        news = mark < 0 ? null : (EndingNews)mark;
        return mark < 0 ? marked : marked[..^1];
    }

    private static ReasonCode ReasonOf(string text) =>
        ReasonCode.TryFrom(text, out var reason) ? reason : throw new DocumentFault("A text is not a valid ReasonCode.");

    private static T Word<T>(string text)
        where T : struct, Enum
    {
        for (var place = 0; place < EnumWords<T>.Words.Length; place++)
        {
            if (string.Equals(EnumWords<T>.Words[place].Value, text, StringComparison.Ordinal))
            {
                return EnumWords<T>.Values[place];
            }
        }

        throw new DocumentFault($"A text is not one of the words for {typeof(T).Name}.");
    }

    private static ApplicationEnding ReadObject(ref DocumentReader reader)
    {
        Disposition disposition = default;
        ReasonCode reason = default;
        Instant at = default;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Disposition:
                    disposition = reader.Word<Disposition>();
                    break;
                case Member.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                case Member.At:
                    at = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("ending");
            }
        }

        members.Require(Must, "An ending");
        return new ApplicationEnding { Disposition = disposition, Reason = reason, At = at };
    }
}
