using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// Stays in phases and roles in the document of a relationship, as arrays, since everybody has some: a phase, how often, nanoseconds; a role, how
/// often, since when or <c>null</c>, nanoseconds where there are any. Stays in phases were objects once, and are read as such too.
/// </summary>
internal static class StaysJson
{
    private const uint StayMust = (1u << (int)StayMember.Phase) | (1u << (int)StayMember.Visits) | (1u << (int)StayMember.Nanos);
    private static readonly MemberNames StayNames = MemberNames.Of<StayMember>();

    private enum StayMember
    {
        Phase,
        Visits,
        Nanos,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<PhaseStay> past)
    {
        if (past.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("past"u8);
        foreach (var stay in past)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(stay.Phase.Value);
            writer.WriteNumberValue(stay.Visits);
            writer.NanosValue(stay.Total);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<RoleState> roles)
    {
        if (roles.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("roles"u8);
        foreach (var role in roles)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(role.Role.Value);
            writer.WriteNumberValue(role.Visits);
            if (role.Since is { } since)
            {
                writer.WriteNumberValue(Timeline.Microseconds.ToMicros(since));
            }
            else
            {
                writer.WriteNullValue();
            }

            if (role.Total != Duration.Zero)
            {
                writer.NanosValue(role.Total);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<PhaseStay> Past(ref DocumentReader reader) => reader.List<PhaseStay>(4, static (ref DocumentReader element) => element.IsArray ? Stay(ref element) : NamedStay(ref element));

    internal static ImmutableArray<RoleState> Roles(ref DocumentReader reader) => reader.List<RoleState>(2, Role);

    private static PhaseStay Stay(ref DocumentReader reader)
    {
        Need(reader.NextElement());
        var phase = reader.Code<Phase>();
        Need(reader.NextElement());
        var visits = reader.Count();
        Need(reader.NextElement());
        var total = reader.Nanos();
        Need(!reader.NextElement());
        return new PhaseStay { Phase = phase, Visits = visits, Total = total };
    }

    private static RoleState Role(ref DocumentReader reader)
    {
        reader.OpenArray();
        Need(reader.NextElement());
        var role = reader.Code<PersonRole>();
        Need(reader.NextElement());
        var visits = reader.Count();
        Need(reader.NextElement());
        Instant? since = reader.IsNull ? null : reader.Micros();
        var total = Duration.Zero;
        if (reader.NextElement())
        {
            total = reader.Nanos();
            Need(!reader.NextElement());
        }

        return new RoleState { Role = role, Visits = visits, Since = since, Total = total };
    }

    private static PhaseStay NamedStay(ref DocumentReader reader)
    {
        Phase phase = default;
        var visits = 0;
        var total = Duration.Zero;
        var members = reader.Open(StayNames);
        while (reader.Next(ref members))
        {
            switch ((StayMember)members.Current)
            {
                case StayMember.Phase:
                    phase = reader.Code<Phase>();
                    break;
                case StayMember.Visits:
                    visits = reader.Count();
                    break;
                case StayMember.Nanos:
                    total = reader.Nanos();
                    break;
                default:
                    throw DocumentFault.UnknownMember("past");
            }
        }

        members.Require(StayMust, "A stay");
        return new PhaseStay { Phase = phase, Visits = visits, Total = total };
    }

    private static void Need(bool isRight)
    {
        if (!isRight)
        {
            throw new DocumentFault("A stay is an array of a code, a number, and what belongs to it, and nothing else.");
        }
    }
}
