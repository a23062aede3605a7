using System.Globalization;

namespace CandidateCrm.Charter;

/// <summary>Names a promise within a relationship: the expectation, what it is about, and the number of the cycle.</summary>
public readonly record struct PromiseKey
{
    /// <summary>Initializes a key.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="subject">The application id, or <see cref="WholeRelationship"/>.</param>
    /// <param name="ordinal">The number of the cycle for this subject, from 1 on.</param>
    public PromiseKey(ExpectationKey expectation, string subject, int ordinal)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        Expectation = expectation.IsAssigned ? expectation : throw new ArgumentException("A promise names its expectation.", nameof(expectation));
        Subject = subject;
        Ordinal = ordinal;
    }

    /// <summary>Gets the subject of promises that belong to no application.</summary>
    public static string WholeRelationship => "*";

    /// <summary>Gets the expectation.</summary>
    public ExpectationKey Expectation { get; }

    /// <summary>Gets the application id as text, or <see cref="WholeRelationship"/>.</summary>
    public string Subject => field ?? string.Empty;

    /// <summary>Gets the number of the cycle.</summary>
    public int Ordinal { get; }

    /// <summary>Returns <c>expectation#ordinal:subject</c>: equal texts mean equal keys, whatever the subject holds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Expectation}#{Ordinal}:{Subject}");
}
