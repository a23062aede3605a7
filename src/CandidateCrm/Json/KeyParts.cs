using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>The parts of a key that is written as an array of texts and numbers.</summary>
internal readonly struct KeyParts
{
    private readonly JsonElement _array;

    internal KeyParts(ref Utf8JsonReader reader, int count)
    {
        _array = JsonElement.ParseValue(ref reader);
        if (_array.ValueKind != JsonValueKind.Array || _array.GetArrayLength() != count)
        {
            throw new DocumentFault($"The key is an array of {count} parts.");
        }
    }

    internal string Text(int index) => _array[index].GetString() ?? throw new DocumentFault("A part of the key is a text.");

    internal int Number(int index) => _array[index].GetInt32();
}
