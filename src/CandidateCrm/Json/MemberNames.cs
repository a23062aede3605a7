using System.Text;
using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>The members that an object of a document has: the names of an enumeration in camel case, found by their number.</summary>
internal sealed class MemberNames
{
    private readonly byte[][] _names;

    private MemberNames(byte[][] names) => _names = names;

    /// <summary>Makes the table; an object has at most 32 members, so that one word tells which were seen.</summary>
    internal static MemberNames Of<TMember>()
        where TMember : struct, Enum =>
        Of(Enum.GetNames<TMember>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    internal static MemberNames Of(IEnumerable<string> names) => new([.. names.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>Returns the number of the name that the reader stands at, or -1. What is written in order is found at once.</summary>
    internal int Find(ref Utf8JsonReader reader, int expected)
    {
        var names = _names;
        for (var place = expected; place < names.Length; place++)
        {
            if (reader.ValueTextEquals(names[place]))
            {
                return place;
            }
        }

        for (var place = 0; place < expected; place++)
        {
            if (reader.ValueTextEquals(names[place]))
            {
                return place;
            }
        }

        return -1;
    }

    internal bool Contains(string name)
    {
        foreach (var known in _names)
        {
            if (Encoding.UTF8.GetString(known) == name)
            {
                return true;
            }
        }

        return false;
    }
}
