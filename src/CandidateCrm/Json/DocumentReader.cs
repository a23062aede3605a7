using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Reads a document member by member. It always stands at a value; whatever does not fit throws and quotes nothing.</summary>
internal ref struct DocumentReader
{
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;

    internal DocumentReader(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new DocumentFault("The text is not well-formed UTF-8.");
        }

        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8);
        _json.Read();
    }

    internal readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    internal readonly bool IsText => _json.TokenType == JsonTokenType.String;

    internal readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    internal readonly bool IsNumber => _json.TokenType == JsonTokenType.Number;

    internal readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    internal readonly bool IsTrue => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new DocumentFault("A member is true or false, but something else stands there."),
    };

    /// <summary>Refuses whatever follows the document.</summary>
    internal void End()
    {
        if (_json.Read())
        {
            throw new DocumentFault("Something follows the document.");
        }
    }

    internal readonly Members Open(MemberNames names) =>
        _json.TokenType == JsonTokenType.StartObject
            ? new Members(names)
            : throw new DocumentFault("An object is missing where one has to stand.");

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    internal bool Next(ref Members members)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        var member = members.Names.Find(ref _json, members.Expected);
        if (member >= 0)
        {
            members.MoveTo(member);
        }
        else
        {
            members.MoveToUnknown(_json.GetString()!);
        }

        _json.Read();
        return true;
    }

    internal readonly void OpenArray()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw new DocumentFault("An array is missing where one has to stand.");
        }
    }

    /// <summary>Moves to the next element; false at the end of the array.</summary>
    internal bool NextElement()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    internal readonly string Text() =>
        _json.TokenType == JsonTokenType.String ? _json.GetString()! : throw new DocumentFault("A text is missing where one has to stand.");

    internal readonly T Code<T>()
        where T : struct, IHostText<T> =>
        T.TryFrom(Text(), out var value) ? value : throw new DocumentFault($"A text is not a valid {typeof(T).Name}.");

    internal readonly EventId StoredId() =>
        Text() is var text && HostText.IsStored(text) ? EventId.Stored(text) : throw new DocumentFault("A text is not a valid event id.");

    /// <summary>Reads an instant as an ISO 8601 text in UTC.</summary>
    internal readonly Instant At() =>
        InstantText.TryRead(Text(), out var at) ? at : throw new DocumentFault("An instant is an ISO 8601 text in UTC.");

    /// <summary>Reads a date as an ISO 8601 text.</summary>
    internal readonly LocalDate Date() => LocalDatePattern.Iso.Parse(Text()) is { Success: true } parsed
        ? parsed.Value
        : throw new DocumentFault("A date is an ISO 8601 text such as 2026-03-09.");

    internal readonly T Word<T>()
        where T : struct, Enum
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            for (var place = 0; place < EnumWords<T>.Words.Length; place++)
            {
                if (_json.ValueTextEquals(EnumWords<T>.Words[place].EncodedUtf8Bytes))
                {
                    return EnumWords<T>.Values[place];
                }
            }
        }

        throw new DocumentFault($"A text is not one of the words for {typeof(T).Name}.");
    }

    internal readonly long Long() =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var number)
            ? number
            : throw new DocumentFault("A whole number of 64 bits is missing where one has to stand.");

    internal readonly decimal Decimal() =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out var number)
            ? number
            : throw new DocumentFault("A number is missing where one has to stand.");

    internal readonly int Count() =>
        Long() is var number and >= 0 and <= int.MaxValue
            ? (int)number
            : throw new DocumentFault("A whole number of 0 or more is missing where one has to stand.");

    /// <summary>Reads an instant as microseconds since 1970-01-01T00:00Z.</summary>
    internal readonly Instant Micros() => MicrosecondText.InstantOf(Long());

    /// <summary>Reads a duration as nanoseconds; it may need more than 64 bits.</summary>
    internal readonly Duration Nanos() =>
        _json.TokenType == JsonTokenType.Number && Int128.TryParse(_json.ValueSpan, null, out var nanos) && DurationNanos.Fits(nanos)
            ? DurationNanos.DurationOf(nanos)
            : throw new DocumentFault("A duration is a whole number of nanoseconds.");

    /// <summary>Reads bytes in base64 into a buffer and returns how many; more than fit are refused.</summary>
    internal readonly int Bytes(scoped Span<byte> into)
    {
        if (_json.TokenType != JsonTokenType.String || _json.ValueIsEscaped
            || Base64.DecodeFromUtf8(_json.ValueSpan, into, out _, out var written) != OperationStatus.Done)
        {
            throw new DocumentFault("A text in base64 is missing where one has to stand, or it is too long.");
        }

        return written;
    }

    /// <summary>Passes over the value and returns its text, byte for byte.</summary>
    internal ReadOnlySpan<byte> Raw()
    {
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return _utf8[start..(int)_json.BytesConsumed];
    }

    internal string RawText() => Encoding.UTF8.GetString(Raw());
}
