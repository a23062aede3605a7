using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The lifecycle in the document of a relationship.</summary>
internal struct LifecycleJson
{
    private const uint Must = (1u << (int)Member.Phase) | (1u << (int)Member.Since);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private Phase _phase;
    private Instant _since;
    private int _changes;
    private bool _hasSpoken;
    private ImmutableArray<PhaseStay> _past;
    private LifecycleOverlays _overlays;
    private int _snoozes;
    private ImmutableArray<RoleState> _roles;
    private ImmutableArray<Onboarding> _onboardings;

    private enum Member
    {
        Phase,
        Since,
        Changes,
        HasSpoken,
        Past,
        Overlays,
        Snoozes,
        Roles,
        Hires,
    }

    internal static void Write(Utf8JsonWriter writer, LifecycleSlice slice)
    {
        writer.WriteStartObject("lifecycle"u8);
        writer.Code("phase"u8, slice.Phase);
        writer.Micros("since"u8, slice.Since);
        writer.Count("changes"u8, slice.Changes);
        if (slice.HasSpoken)
        {
            writer.WriteBoolean("hasSpoken"u8, value: true);
        }

        StaysJson.Write(writer, slice.Past);
        OverlaysJson.Write(writer, slice.Overlays);
        writer.Count("snoozes"u8, slice.Snoozes);
        StaysJson.Write(writer, slice.Roles);
        OnboardingsJson.Write(writer, slice.Onboardings);
        writer.WriteEndObject();
    }

    internal static LifecycleSlice Read(ref DocumentReader reader)
    {
        var lifecycle = new LifecycleJson { _past = [], _overlays = LifecycleOverlays.None, _roles = [], _onboardings = [] };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            lifecycle.Take(ref reader, (Member)members.Current);
        }

        members.Require(Must, "A lifecycle");
        return new LifecycleSlice
        {
            Phase = lifecycle._phase,
            Since = lifecycle._since,
            Changes = lifecycle._changes,
            HasSpoken = lifecycle._hasSpoken,
            Past = lifecycle._past,
            Overlays = lifecycle._overlays,
            Snoozes = lifecycle._snoozes,
            Roles = lifecycle._roles,
            Onboardings = lifecycle._onboardings,
        };
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Phase:
                _phase = reader.Code<Phase>();
                break;
            case Member.Since:
                _since = reader.Micros();
                break;
            case Member.Changes:
                _changes = reader.Count();
                break;
            case Member.HasSpoken:
                _hasSpoken = reader.IsTrue;
                break;
            case Member.Past:
                _past = StaysJson.Past(ref reader);
                break;
            case Member.Overlays:
                _overlays = OverlaysJson.Read(ref reader);
                break;
            case Member.Snoozes:
                _snoozes = reader.Count();
                break;
            case Member.Roles:
                _roles = StaysJson.Roles(ref reader);
                break;
            case Member.Hires:
                _onboardings = OnboardingsJson.Read(ref reader);
                break;
            default:
                throw DocumentFault.UnknownMember("lifecycle");
        }
    }
}
