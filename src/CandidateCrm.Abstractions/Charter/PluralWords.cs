using System.Globalization;

namespace CandidateCrm.Charter;

/// <summary>A count in words, with <c>{0}</c> where the number stands: one form for one, another for all others.</summary>
public sealed record PluralWords
{
    /// <summary>Gets the words for one, such as <c>one business day</c> or <c>{0} business day</c>.</summary>
    /// <exception cref="ArgumentException">They have another place.</exception>
    public required string One
    {
        get;
        init => field = WordPlaces.Checked(value, 1, "The words for one", mayOmit: true);
    }

    /// <summary>Gets the words for every other number, such as <c>{0} business days</c>.</summary>
    /// <exception cref="ArgumentException">They have another place, or none.</exception>
    public required string Many
    {
        get;
        init => field = WordPlaces.Checked(value, 1, "The words for many");
    }

    /// <summary>Returns the words for a number.</summary>
    public string For(long count) => string.Format(CultureInfo.InvariantCulture, count == 1 ? One : Many, count);
}
