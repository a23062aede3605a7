using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Json;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>The signals of a score in the document of a relationship: an array in the order of the model; one without touchpoints is <c>{}</c>.</summary>
internal static class SignalsJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Count,
        Block,
        Sums,
        FirstAt,
        NewestAt,
        Bounds,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<SignalState> signals)
    {
        writer.WriteStartArray("signals"u8);
        foreach (var signal in signals)
        {
            writer.WriteStartObject();
            writer.Count("count"u8, signal.Count);
            writer.Count("block"u8, signal.NewestBlock);
            SumsJson.Write(writer, signal);
            writer.Micros("firstAt"u8, signal.FirstAt);
            writer.Micros("newestAt"u8, signal.NewestAt);
            writer.Flag("bounds"u8, signal.EdgesAreBounds);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<SignalState> Read(ref DocumentReader reader)
    {
        var signals = ImmutableArray.CreateBuilder<SignalState>(32);
        reader.OpenArray();
        while (reader.NextElement())
        {
            signals.Add(Signal(ref reader));
        }

        return signals.DrainToImmutable();
    }

    private static SignalState Signal(ref DocumentReader reader)
    {
        long count = 0;
        long block = 0;
        (Int128 Lifetime, ImmutableArray<Int128> Blocks) sums = (0, []);
        Instant? first = null;
        Instant? newest = null;
        var bounds = false;
        var any = false;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            any = true;
            switch ((Member)members.Current)
            {
                case Member.Count:
                    count = reader.Long();
                    break;
                case Member.Block:
                    block = reader.Long();
                    break;
                case Member.Sums:
                    sums = SumsJson.Read(ref reader);
                    break;
                case Member.FirstAt:
                    first = reader.Micros();
                    break;
                case Member.NewestAt:
                    newest = reader.Micros();
                    break;
                case Member.Bounds:
                    bounds = reader.IsTrue;
                    break;
                default:
                    throw DocumentFault.UnknownMember("signals");
            }
        }

        return !any ? SignalState.Empty : new SignalState
        {
            NewestBlock = block,
            Blocks = sums.Blocks,
            Count = count,
            Lifetime = sums.Lifetime,
            FirstAt = first,
            NewestAt = newest,
            EdgesAreBounds = bounds,
        };
    }
}
