using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The charter in the document of a relationship.</summary>
internal static class CharterJson
{
    private const uint CounterMust =
        (1u << (int)CounterMember.Expectation) | (1u << (int)CounterMember.Subject) | (1u << (int)CounterMember.Last);

    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames CounterNames = MemberNames.Of<CounterMember>();

    private enum Member
    {
        Promises,
        LateUntil,
        Counters,
    }

    private enum CounterMember
    {
        Expectation,
        Subject,
        Last,
        Remaining,
    }

    internal static void Write(Utf8JsonWriter writer, CharterSlice slice)
    {
        writer.WriteStartObject("charter"u8);
        PromisesJson.Write(writer, slice.Promises);
        if (slice.LateUntil is { } until)
        {
            writer.Micros("lateUntil"u8, until);
        }

        if (!slice.Counters.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("counters"u8);
            foreach (var counter in slice.Counters)
            {
                writer.WriteStartObject();
                writer.Code("expectation"u8, counter.Expectation);
                writer.WriteString("subject"u8, counter.Subject);
                writer.WriteNumber("last"u8, counter.Last);
                if (counter.Remaining is { } remaining)
                {
                    writer.Nanos("remaining"u8, remaining);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static CharterSlice Read(ref DocumentReader reader)
    {
        ImmutableArray<Promise> promises = [];
        ImmutableArray<PromiseCounter> counters = [];
        Instant? until = null;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Promises:
                    promises = PromisesJson.Read(ref reader);
                    break;
                case Member.LateUntil:
                    until = reader.Micros();
                    break;
                case Member.Counters:
                    counters = Counters(ref reader);
                    break;
                default:
                    throw DocumentFault.UnknownMember("charter");
            }
        }

        return new CharterSlice { Promises = promises, LateUntil = until, Counters = counters };
    }

    private static ImmutableArray<PromiseCounter> Counters(ref DocumentReader reader) => reader.List<PromiseCounter>(8, Counter);

    private static PromiseCounter Counter(ref DocumentReader reader)
    {
        ExpectationKey expectation = default;
        var subject = string.Empty;
        var last = 0;
        Duration? remaining = null;
        var members = reader.Open(CounterNames);
        while (reader.Next(ref members))
        {
            switch ((CounterMember)members.Current)
            {
                case CounterMember.Expectation:
                    expectation = reader.Code<ExpectationKey>();
                    break;
                case CounterMember.Subject:
                    subject = reader.Text();
                    break;
                case CounterMember.Last:
                    last = reader.Count();
                    break;
                case CounterMember.Remaining:
                    remaining = reader.Nanos();
                    break;
                default:
                    throw DocumentFault.UnknownMember("counters");
            }
        }

        members.Require(CounterMust, "A counter");
        return new PromiseCounter { Expectation = expectation, Subject = subject, Last = last, Remaining = remaining };
    }
}
