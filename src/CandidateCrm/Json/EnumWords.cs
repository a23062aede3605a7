using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>The words for the members of an enumeration in documents: their names in camel case, exactly.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    internal static T[] Values { get; } = Enum.GetValues<T>();

    internal static JsonEncodedText[] Words { get; } =
        [.. Values.Select(value => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(value)!)))];

    internal static JsonEncodedText Of(T value)
    {
        var place = Array.IndexOf(Values, value);
        return place >= 0 ? Words[place] : throw new ArgumentException($"{typeof(T).Name} has no such member.", nameof(value));
    }
}
