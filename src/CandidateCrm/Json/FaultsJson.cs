using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The features that failed in the document of a relationship.</summary>
internal static class FaultsJson
{
    private const uint Must = (1u << (int)Member.Feature) | (1u << (int)Member.Code) | (1u << (int)Member.At);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Feature,
        Code,
        Definition,
        At,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<SliceFault> faults)
    {
        if (faults.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("faults"u8);
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteString("feature"u8, fault.Feature);
            writer.WriteString("code"u8, fault.Code);
            if (fault.Definition is { } definition)
            {
                writer.WriteString("definition"u8, definition);
            }

            writer.Micros("at"u8, fault.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<SliceFault> Read(ref DocumentReader reader) => reader.List<SliceFault>(1, Fault);

    private static SliceFault Fault(ref DocumentReader reader)
    {
        var feature = string.Empty;
        var code = string.Empty;
        string? definition = null;
        Instant at = default;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Feature:
                    feature = reader.Text();
                    break;
                case Member.Code:
                    code = reader.Text();
                    break;
                case Member.Definition:
                    definition = reader.Text();
                    break;
                case Member.At:
                    at = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("faults");
            }
        }

        members.Require(Must, "A fault");
        return new SliceFault { Feature = feature, Code = code, Definition = definition, At = at };
    }
}
