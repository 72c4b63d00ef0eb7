// Values whose copies share what was not changed: a view of 100,000 rows and the view after a
// decision differ in one of them, and the text they stand in is the same.
//
// Shared<T> is one value, SharedList<T> a list in parts. Both read like what they hold and are
// written through change() alone, which copies what others hold as well. They are changed only
// while they are made; once given out they are const. Whoever changes a copy on another thread
// keeps the original until he is done, so that no part looks like his own while it is still read.
//
// Ownership: parts live as long as somebody has them.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace assay::app {

template <class T>
class Shared {
 public:
  Shared() : Shared(T()) {}
  explicit Shared(T value) : value_(std::make_shared<T>(std::move(value))) {}

  [[nodiscard]] const T& operator*() const { return *value_; }
  [[nodiscard]] const T* operator->() const { return value_.get(); }
  /// The value to be changed; other copies keep theirs as it is.
  [[nodiscard]] T& change() {
    if (value_.use_count() > 1) value_ = std::make_shared<T>(*value_);
    return *value_;
  }
  /// They are one value: not only equal, but copies of which neither was changed.
  [[nodiscard]] bool same(const Shared& other) const { return value_ == other.value_; }

 private:
  std::shared_ptr<T> value_;
};

template <class T>
class SharedList {
  static constexpr std::size_t kTogether = 128;  // rows that are copied when one is changed

 public:
  using value_type = T;

  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const SharedList& list, std::size_t at) : list_(&list), at_(at) {}
    reference operator*() const { return (*list_)[at_]; }
    pointer operator->() const { return &(*list_)[at_]; }
    reference operator[](difference_type n) const { return *(*this + n); }
    Iterator& operator++() { return *this += 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    Iterator& operator+=(difference_type n) {
      at_ += static_cast<std::size_t>(n);
      return *this;
    }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
    friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
    friend Iterator operator-(Iterator it, difference_type n) { return it -= n; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) {
      return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }
    auto operator<=>(const Iterator& other) const { return at_ <=> other.at_; }

   private:
    const SharedList* list_ = nullptr;
    std::size_t at_ = 0;
  };

  [[nodiscard]] const T& operator[](std::size_t at) const {
    return (*parts_[at / kTogether])[at % kTogether];
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T& front() const { return (*this)[0]; }
  [[nodiscard]] const T& back() const { return (*this)[size_ - 1]; }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size_}; }

  void add(T row) {
    if (size_ % kTogether == 0) {
      parts_.push_back(std::make_shared<std::vector<T>>());
      parts_.back()->reserve(kTogether);
    }
    own(parts_.back()).push_back(std::move(row));
    ++size_;
  }
  /// The row to be changed; other lists keep it as it is.
  [[nodiscard]] T& change(std::size_t at) { return own(parts_[at / kTogether])[at % kTogether]; }

  /// Where this list and one of the same length differ. What they share is not looked at: that is
  /// what makes it cheap for a list and its changed copy.
  [[nodiscard]] std::vector<std::size_t> differences(const SharedList& other) const {
    std::vector<std::size_t> rows;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (parts_[part] == other.parts_[part]) continue;
      const std::vector<T>& mine = *parts_[part];
      const std::vector<T>& theirs = *other.parts_[part];
      for (std::size_t i = 0; i < mine.size(); ++i) {
        if (!(mine[i] == theirs[i])) rows.push_back(part * kTogether + i);
      }
    }
    return rows;
  }

  friend bool operator==(const SharedList& a, const SharedList& b) {
    return a.size_ == b.size_ && a.differences(b).empty();
  }

 private:
  using Part = std::shared_ptr<std::vector<T>>;

  static std::vector<T>& own(Part& part) {
    if (part.use_count() > 1) {
      auto copy = std::make_shared<std::vector<T>>();
      copy->reserve(kTogether);
      copy->assign(part->begin(), part->end());
      part = std::move(copy);
    }
    return *part;
  }

  std::vector<Part> parts_;
  std::size_t size_ = 0;
};

}  // namespace assay::app
