namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition over one field, apart from where the field is read.</summary>
internal interface IValueCondition<in TValue>
{
    /// <summary>Gets a value indicating whether the condition is the complement of what is met.</summary>
    bool IsNegated { get; }

    /// <summary>Gets a value indicating whether values in their order are first below what is wanted, then in it, then above it.</summary>
    bool IsOrdered { get; }

    /// <summary>Says whether the positive form is met.</summary>
    bool IsMet(TValue value, Moment moment);

    /// <summary>Returns on which side of what is wanted a value lies: below zero, in it, above zero. Of ordered conditions.</summary>
    int Side(TValue value, Moment moment);
}
