using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>A kind of document: its name in sentences and the version that this library writes and reads. Whatever is wrong with one is said in sentences that quote nothing of it.</summary>
internal sealed class DocumentForm(string name, int schema)
{
    /// <summary>Reads a document.</summary>
    internal delegate T Reading<out T>(ref DocumentReader reader);

    /// <summary>Reads a document with what stands beside it.</summary>
    internal delegate T Reading<out T, in TBeside>(ref DocumentReader reader, TBeside beside);

    internal void Write(Utf8JsonWriter writer) => writer.WriteNumber("schema"u8, schema);

    /// <summary>Refuses a document of another version.</summary>
    internal void Check(long found)
    {
        if (found != schema)
        {
            throw found > schema ? TooNew() : new DocumentFault("There is no such version of the document.");
        }
    }

    internal T Read<T>(ReadOnlySpan<byte> utf8, Reading<T> read) =>
        Read(utf8, read, static (ref DocumentReader reader, Reading<T> alone) => alone(ref reader));

    internal T Read<T, TBeside>(ReadOnlySpan<byte> utf8, TBeside beside, Reading<T, TBeside> read)
    {
        try
        {
            var reader = new DocumentReader(utf8);
            return read(ref reader, beside);
        }
        catch (DocumentFault) when (IsNewer(utf8))
        {
            throw TooNew();
        }
        catch (Exception error) when (DocumentFault.IsForeign(error))
        {
            throw DocumentFault.Of(name, error);
        }
    }

    private DocumentTooNewException TooNew() => new($"The {name} is of a newer version; this version of the library reads up to {schema}.");

    /// <summary>Says whether a document is of a newer version, wherever in it that stands: then what was found wrong with it may be right there.</summary>
    private bool IsNewer(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals("schema"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var found) && found > schema;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
