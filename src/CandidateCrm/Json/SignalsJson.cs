using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Engagement;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// The signals of a score in the document of a relationship: an array in the order of the model. A signal is a text in base64, empty without touchpoints;
/// one that is written as an object is read as well.
/// </summary>
internal struct SignalsJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private long _count;
    private long _block;
    private Int128 _lifetime;
    private ImmutableArray<Int128> _blocks;
    private Instant? _firstAt;
    private Instant? _newestAt;
    private bool _edgesAreBounds;

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
        Span<byte> bytes = stackalloc byte[SignalBytes.Most];
        writer.WriteStartArray("signals"u8);
        foreach (var signal in signals)
        {
            writer.WriteBase64StringValue(IsEmpty(signal) ? [] : bytes[..SignalBytes.Write(signal, bytes)]);
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<SignalState> Read(ref DocumentReader reader) => reader.List<SignalState>(32, static (ref DocumentReader element) => element.IsText ? Packed(ref element) : Signal(ref element));

    private static bool IsEmpty(SignalState signal) =>
        signal is { Count: 0, NewestBlock: 0, FirstAt: null, NewestAt: null, EdgesAreBounds: false, Blocks.IsDefaultOrEmpty: true } && signal.Lifetime == 0;

    private static SignalState Packed(ref DocumentReader reader)
    {
        Span<byte> bytes = stackalloc byte[SignalBytes.Most];
        var length = reader.Bytes(bytes);
        return length == 0 ? SignalState.Empty : SignalBytes.Read(bytes[..length]);
    }

    private static SignalState Signal(ref DocumentReader reader)
    {
        var signal = new SignalsJson { _blocks = [] };
        var members = reader.Open(Names);
        var isEmpty = true;
        while (reader.Next(ref members))
        {
            signal.Take(ref reader, (Member)members.Current);
            isEmpty = false;
        }

        return isEmpty ? SignalState.Empty : signal.Build();
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Count:
                _count = reader.Long();
                break;
            case Member.Block:
                _block = reader.Long();
                break;
            case Member.Sums:
                (_lifetime, _blocks) = SumsJson.Read(ref reader);
                break;
            case Member.FirstAt:
                _firstAt = reader.Micros();
                break;
            case Member.NewestAt:
                _newestAt = reader.Micros();
                break;
            case Member.Bounds:
                _edgesAreBounds = reader.IsTrue;
                break;
            default:
                throw DocumentFault.UnknownMember("signals");
        }
    }

    private readonly SignalState Build() => new()
    {
        NewestBlock = _block,
        Blocks = _blocks,
        Count = _count,
        Lifetime = _lifetime,
        FirstAt = _firstAt,
        NewestAt = _newestAt,
        EdgesAreBounds = _edgesAreBounds,
    };
}
