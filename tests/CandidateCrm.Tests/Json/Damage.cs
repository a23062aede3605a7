using System.Text;
using System.Text.Json;

namespace CandidateCrm.Tests.Json;

/// <summary>Documents with something broken in them: bytes changed, cut, doubled, or a fragment of another document put in.</summary>
internal static class Damage
{
    /// <summary>A text that no message may repeat.</summary>
    internal const string Secret = "anna.secret@example.com";

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "null", "true", "-1", "1e400", "99999999999999999999999999", "0.5", "{}", "[]", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"" + Secret + "\"", "\"id\":",
            "\"schema\":1,", "\"" + Secret + "\":1,", "\"data\":{},", ",", "}", "]", ":", "//", " ", "\"" + new string('x', 300) + "\"", "\"2026-13-45T99:99:99Z\"", "\"person\"",
            string.Concat(Enumerable.Repeat("[", 70)), string.Concat(Enumerable.Repeat("{\"a\":", 70)),
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xed, 0xa0, 0x80], [0],
    ];

    internal static bool IsReadOrRefused(string document, int seed, Func<byte[], object> read)
    {
        try
        {
            return read(Damaged(document, seed)) is not null;
        }
        catch (JsonException error)
        {
            return error.InnerException is null && !error.ToString().Contains("secret", StringComparison.Ordinal);
        }
    }

    internal static byte[] Damaged(string document, int seed)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var dice = new Dice(seed);
        for (var blows = 1 + dice.Below(3); blows > 0; blows--)
        {
            bytes = Struck(bytes, dice);
        }

        return bytes;
    }

    private static byte[] Struck(byte[] bytes, Dice dice)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var from = dice.Below(bytes.Length);
        var to = from + dice.Below(Math.Min(12, bytes.Length - from) + 1);
        return dice.Below(6) switch
        {
            0 => [.. bytes[..from], (byte)dice.Below(256), .. bytes[(from + 1)..]],
            1 => bytes[..from],
            2 => [.. bytes[..to], .. bytes[from..]],
            3 => [.. bytes[..from], .. bytes[to..]],
            4 => Replaced(bytes, dice),
            _ => [.. bytes[..from], .. Fragments[dice.Below(Fragments.Length)], .. bytes[from..]],
        };
    }

    // Puts a fragment where a value stands: the likeliest way to a document of the right form and the wrong content.
    private static byte[] Replaced(byte[] bytes, Dice dice)
    {
        var reader = new Utf8JsonReader(bytes);
        var values = new List<(int Start, int End)>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.PropertyName)
                {
                    values.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                }
            }
        }
        catch (JsonException)
        {
            return bytes;
        }

        if (values.Count == 0)
        {
            return bytes;
        }

        var (start, end) = values[dice.Below(values.Count)];
        return [.. bytes[..start], .. Fragments[dice.Below(Fragments.Length)], .. bytes[end..]];
    }
}
