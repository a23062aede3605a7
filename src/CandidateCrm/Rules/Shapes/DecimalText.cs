using System.Globalization;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The one spelling of a decimal number: digits and a point, without exponent, leading plus or trailing zeros.</summary>
internal static class DecimalText
{
    private const int Longest = 64;

    internal static string Write(decimal value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var spelt = digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
        return spelt is "-0" ? "0" : spelt;
    }

    /// <summary>Reads a number of JSON; false where the value is not exactly that number.</summary>
    internal static bool TryRead(string number, out decimal value)
    {
        value = 0;
        return number.Length <= Longest
            && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && Plain(number) is { } plain
            && string.Equals(plain, Write(value), StringComparison.Ordinal);
    }

    /// <summary>Spells the number without an exponent; null where that is out of proportion.</summary>
    private static string? Plain(string number)
    {
        var parts = number.Split('e', 'E');
        var exponent = 0;
        if (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent is < -Longest or > Longest))
        {
            return null;
        }

        var sign = parts[0].StartsWith('-') ? "-" : string.Empty;
        var mantissa = parts[0].TrimStart('-').Split('.');
        var fraction = mantissa.Length > 1 ? mantissa[1] : string.Empty;
        var digits = mantissa[0] + fraction;
        var point = mantissa[0].Length + exponent;
        var whole = point <= 0 ? "0" : digits[..Math.Min(point, digits.Length)].PadRight(point, '0').TrimStart('0');
        var rest = (point >= digits.Length ? string.Empty : point <= 0 ? new string('0', -point) + digits : digits[point..]).TrimEnd('0');
        var spelt = (whole.Length == 0 ? "0" : whole) + (rest.Length == 0 ? string.Empty : "." + rest);
        return spelt == "0" ? spelt : sign + spelt;
    }
}
