using System.Collections.Immutable;

namespace CandidateCrm.Json;

/// <summary>Arrays of a document.</summary>
internal static class DocumentLists
{
    /// <summary>Reads an array element by element; <paramref name="room"/> is how many there usually are at most.</summary>
    internal static ImmutableArray<T> List<T>(this ref DocumentReader reader, int room, ElementReader<T> read)
    {
        var list = ImmutableArray.CreateBuilder<T>(room);
        reader.OpenArray();
        while (reader.NextElement())
        {
            list.Add(read(ref reader));
        }

        return list.DrainToImmutable();
    }
}
