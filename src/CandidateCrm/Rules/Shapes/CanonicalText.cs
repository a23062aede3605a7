using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>
/// The one spelling of a text in canonical JSON: escaped is only what JSON demands, so that it neither hides letters from a reader nor depends
/// on which letters the platform knows. Half a surrogate pair is escaped too; a reader refuses it.
/// </summary>
internal static class CanonicalText
{
    internal static void Write(Utf8JsonWriter writer, string? text)
    {
        if (text is null)
        {
            writer.WriteNullValue();
            return;
        }

        var spelt = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                spelt.Append(text[i]).Append(text[++i]);
            }
            else
            {
                Append(spelt, text[i]);
            }
        }

        writer.WriteRawValue(spelt.Append('"').ToString(), skipInputValidation: true);
    }

    private static void Append(StringBuilder spelt, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                spelt.Append('\\').Append(c);
                break;
            case '\n':
                spelt.Append("\\n");
                break;
            case < ' ':
            case >= '\ud800' and <= '\udfff':
                spelt.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                break;
            default:
                spelt.Append(c);
                break;
        }
    }
}
