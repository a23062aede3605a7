using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads the envelope of an event, member by member, in any order.</summary>
internal struct EnvelopeReader
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private byte[]? _data;
    private PersonalPart? _personal;
    private bool _retracted;

    public EnvelopeReader()
    {
    }

    internal TimelineEvent Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An event is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Member(ref reader, name);
        }

        if (Number("schema") != TimelineJson.Schema)
        {
            throw new JsonException($"The envelope is of version {Number("schema")}; this version of the library reads {TimelineJson.Schema}.");
        }

        return Build();
    }

    private void Member(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _texts[name] = reader.GetString()!;
                break;
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                _numbers[name] = number;
                break;
            case JsonTokenType.True when string.Equals(name, "retracted", StringComparison.Ordinal):
                _retracted = true;
                break;
            case JsonTokenType.StartObject when string.Equals(name, "personal", StringComparison.Ordinal):
                _personal = Personal(ref reader);
                break;
            default:
                Raw(ref reader, name);
                break;
        }
    }

    private void Raw(ref Utf8JsonReader reader, string name)
    {
        var isData = string.Equals(name, "data", StringComparison.Ordinal);
        var element = JsonElement.ParseValue(ref reader);
        if (isData)
        {
            _data = Encoding.UTF8.GetBytes(element.GetRawText());
        }
    }

    private static PersonalPart Personal(ref Utf8JsonReader reader)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = reader.GetString() ?? string.Empty;
        }

        return new PersonalPart { Fields = fields.ToImmutable() };
    }

    private readonly TimelineEvent Build()
    {
        var tenant = TenantId.From(Required("tenant"));
        var candidate = CandidateId.From(Required("candidate"));
        return new TimelineEvent
        {
            Relationship = new RelationshipKey(tenant, candidate),
            Origin = Optional<CandidateId>("origin"),
            Id = EventId.Stored(Required("id")),
            OccurredAt = At("occurredAt"),
            RecordedAt = At("recordedAt"),
            SourceOrder = Number("sourceOrder"),
            Precision = Text("precision") switch { null or "instant" => Precision.Instant, "day" => Precision.Day, _ => throw new JsonException("A precision is instant or day.") },
            Actor = ActorText.Read(Text("actor"), Optional<PersonId>("person")),
            Source = Optional<SourceCode>("source"),
            Correlation = Optional<CorrelationId>("correlation"),
            Batch = Optional<BatchId>("batch"),
            Trust = Text("trust") switch { null or "verified" => Trust.Verified, "reported" => Trust.Reported, "claimed" => Trust.Claimed, _ => throw new JsonException("A trust is verified, reported or claimed.") },
            Cause = Text("cause") is { } cause ? EventId.Stored(cause) : default,
            Ordinal = checked((int)Number("ordinal")),
            Retracted = _retracted,
            Entry = Entry(),
            Personal = _personal,
        };
    }

    private readonly ITimelineEntry Entry()
    {
        var name = Required("type");
        var version = checked((int)Number("version"));
        var data = _data ?? throw new JsonException("An event has data.");
        if (EntryTypes.Find(name, version) is not { } known)
        {
            return new UnknownEntry { Name = name, Version = version, Data = Encoding.UTF8.GetString(data) };
        }

        return (ITimelineEntry)JsonSerializer.Deserialize(data, EntryJsonContext.Default.GetTypeInfo(known.Type)!)!;
    }

    private readonly Instant At(string name) =>
        InstantText.TryRead(Required(name), out var at) ? at : throw new JsonException($"The member {name} is an instant in UTC.");

    private readonly string Required(string name) => Text(name) ?? throw new JsonException($"An event has the member {name}.");

    private readonly string? Text(string name) => _texts.GetValueOrDefault(name);

    private readonly long Number(string name) => _numbers.GetValueOrDefault(name);

    private readonly T Optional<T>(string name)
        where T : struct, IHostText<T> => Text(name) is { } text ? T.From(text) : default;
}
