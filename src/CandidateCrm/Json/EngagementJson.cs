using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Engagement;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// The scores in the document of a relationship: an array, in the order of the rules. Behind them stands what is left of scores whose models are
/// gone, told apart by having no version and no signals.
/// </summary>
internal struct EngagementJson
{
    private const uint Must = (1u << (int)Member.Model) | (1u << (int)Member.Version) | (1u << (int)Member.Signals);
    private const uint Alive = ~((1u << (int)Member.Model) | (1u << (int)Member.Changes));
    private const uint RetiredMust = (1u << (int)Member.Model) | (1u << (int)Member.Changes);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private ScoreKey _model;
    private int _version;
    private ImmutableArray<SignalState> _signals;
    private Instant? _seenUntil;
    private BandKey? _band;
    private Instant? _bandSince;
    private Instant? _nextChangeAt;
    private int _changes;

    private enum Member
    {
        Model,
        Version,
        Signals,
        SeenUntil,
        Band,
        BandSince,
        NextChangeAt,
        Changes,
    }

    internal static void Write(Utf8JsonWriter writer, EngagementSlice slice)
    {
        writer.WriteStartArray("engagement"u8);
        foreach (var score in slice.Scores)
        {
            var state = score.State;
            writer.WriteStartObject();
            writer.Code("model"u8, state.Model);
            writer.WriteNumber("version"u8, state.ModelVersion);
            SignalsJson.Write(writer, state.Signals);
            writer.Micros("seenUntil"u8, state.SeenUntil);
            if (state.Band is { } band)
            {
                writer.Code("band"u8, band);
            }

            writer.Micros("bandSince"u8, state.BandSince);
            writer.Micros("nextChangeAt"u8, score.NextChangeAt);
            writer.Count("changes"u8, score.Changes);
            writer.WriteEndObject();
        }

        WriteRetired(writer, slice.Retired);
        writer.WriteEndArray();
    }

    internal static EngagementSlice Read(ref DocumentReader reader)
    {
        var scores = ImmutableArray.CreateBuilder<TrackedScore>(2);
        ImmutableArray<ScoreCounter> retired = [];
        reader.OpenArray();
        while (reader.NextElement())
        {
            var members = reader.Open(Names);
            EngagementJson score = default;
            while (reader.Next(ref members))
            {
                score.Take(ref reader, (Member)members.Current);
            }

            if (members.HasAny(Alive))
            {
                members.Require(Must, "A score");
                scores.Add(score.Build());
            }
            else
            {
                members.Require(RetiredMust, "A score whose model is gone");
                retired = retired.Add(new ScoreCounter { Score = score._model, Changes = score._changes });
            }
        }

        return new EngagementSlice { Scores = scores.DrainToImmutable(), Retired = retired };
    }

    private static void WriteRetired(Utf8JsonWriter writer, ImmutableArray<ScoreCounter> retired)
    {
        if (retired.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var counter in retired)
        {
            writer.WriteStartObject();
            writer.Code("model"u8, counter.Score);
            writer.WriteNumber("changes"u8, counter.Changes);
            writer.WriteEndObject();
        }
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Model:
                _model = reader.Code<ScoreKey>();
                break;
            case Member.Version:
                _version = reader.Count();
                break;
            case Member.Signals:
                _signals = SignalsJson.Read(ref reader);
                break;
            case Member.SeenUntil:
                _seenUntil = reader.Micros();
                break;
            case Member.Band:
                _band = reader.Code<BandKey>();
                break;
            case Member.BandSince:
                _bandSince = reader.Micros();
                break;
            case Member.NextChangeAt:
                _nextChangeAt = reader.Micros();
                break;
            case Member.Changes:
                _changes = reader.Count();
                break;
            default:
                throw DocumentFault.UnknownMember("engagement");
        }
    }

    private readonly TrackedScore Build() => new()
    {
        State = new ScoreState
        {
            Model = _model,
            ModelVersion = _version,
            Signals = _signals,
            SeenUntil = _seenUntil,
            Band = _band,
            BandSince = _bandSince,
        },
        NextChangeAt = _nextChangeAt,
        Changes = _changes,
    };
}
