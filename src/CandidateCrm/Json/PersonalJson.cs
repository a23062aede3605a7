using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The personal part of an event: an object of texts.</summary>
internal static class PersonalJson
{
    private static readonly MemberNames Names = MemberNames.Of([]);

    internal static void Write(Utf8JsonWriter writer, PersonalPart? personal)
    {
        if (personal is null)
        {
            return;
        }

        writer.WriteStartObject("personal"u8);
        foreach (var (name, value) in personal.Fields)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    internal static PersonalPart Read(ref DocumentReader reader)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            if (!fields.TryAdd(members.Unknown!, reader.Text()))
            {
                throw new DocumentFault("An object names a member twice.");
            }
        }

        return new PersonalPart { Fields = fields.ToImmutable() };
    }
}
