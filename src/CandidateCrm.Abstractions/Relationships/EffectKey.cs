using System.Globalization;
using CandidateCrm.Candidates;

namespace CandidateCrm.Relationships;

/// <summary>
/// Names an effect within a relationship: rule, subject, ordinal of the occurrence, part. It holds no instant, cause, candidate or
/// version of rules, so a corrected past finds the same name again and nothing goes out twice.
/// </summary>
public readonly record struct EffectKey
{
    /// <summary>Initializes a key.</summary>
    /// <param name="rule">The rule that wants it, such as an expectation's key: a code.</param>
    /// <param name="subject">What it is about, such as an application id.</param>
    /// <param name="ordinal">The number of the occurrence, from 1 on.</param>
    /// <param name="part">The part of the rule, such as <c>task</c>: a code.</param>
    public EffectKey(string rule, string subject, int ordinal, string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        Rule = HostText.Code(rule, "The rule of an effect");
        Subject = subject;
        Ordinal = ordinal;
        Part = HostText.Code(part, "The part of an effect");
    }

    /// <summary>Gets the rule.</summary>
    public string Rule { get; }

    /// <summary>Gets the subject.</summary>
    public string Subject { get; }

    /// <summary>Gets the number of the occurrence.</summary>
    public int Ordinal { get; }

    /// <summary>Gets the part.</summary>
    public string Part { get; }

    /// <summary>Returns <c>part:rule#ordinal:subject</c>: equal texts mean equal keys, whatever the subject holds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part}:{Rule}#{Ordinal}:{Subject}");
}
